"""The checks that the library's files pass; each is a function from a library to problems."""
