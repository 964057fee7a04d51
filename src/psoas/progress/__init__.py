"""Progress: what weeks of practice show, told with how sure one can be of it.

Pure: days and ratings in, findings and sentences out. Nothing here says that practice was the
cause of anything, and "can't tell" is what it says unless the days speak clearly.
"""
