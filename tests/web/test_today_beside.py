from psoas.safety.person import Setting


def test_a_session_without_a_walk_says_on_the_page_that_one_later_counts(client, known):
    known(setting=Setting.BED, minutes=5)
    page = client.get("/").text
    assert "A walk later today counts too" in page
    assert "card care" not in page.partition("A walk later")[0].rpartition("<div")[2]
