"""A long page as the web has them: menus, adverts, slogans, moves known and unknown, bad advice."""

MESSY = """Home | Shop | Videos | About us
SUBSCRIBE TO OUR NEWSLETTER AND GET 10% OFF!!

Unlock your lower back: six moves my gran would love

By Posy Fairweather * 4 min read * Updated in spring

Last winter I could hardly put on my socks. A kind therapist showed me some moves, and I kept the
ones that felt friendly. Hold every stretch for 20 to 30 seconds unless it says something else, and
go through all of them twice a day.

ADVERTISEMENT: the pillow that thinks

1. Hug your knee

Lie on your back with both knees bent and your feet flat on the floor. Bring your right knee towards
your chest with both hands, until there is a gentle pull in your bottom. Keep the left foot down.
Swap legs.

2. The cat that forgot to be a cow

On hands and knees. Slowly round your back towards the ceiling, then let it sink. Ten times, with
your breath.

3. Roll like a log

Lie on your back with your knees bent and feet together. Let both knees roll slowly to the right,
and come back. Then to the left. Do this 8 times.

4. The paddling canoe

Stand with your feet wide apart. Make two fists, one above the other, in front of your chest.
Paddle them past your right hip, then past your left hip. Repeat 8 times.

5. Fold and reach

Stand with your legs straight. Bend forward and reach for your toes, knees locked. No pain, no gain!
Hold for a minute.

6. Sit back and rest

Child's pose: kneel, sit back on your heels and reach your arms forward. 5 slow breaths.

Things to leave alone
Never do full sit-ups while your back is sore, for they squeeze your discs.

You will be pain free in 7 days, promised!

Recommended reading: 12 soups that melt fat
Share this * Tweet * Pin
(c) The Friendly Back Blog
"""
