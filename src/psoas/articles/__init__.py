"""Articles: what somebody found on a page, read into a routine that is tied to its sentences.

Pure: text in, a `Reading` out. Nothing is fetched and nothing is guessed here; what a page
doesn't say stays None.
"""
