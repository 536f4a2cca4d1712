"""Studietoelage: the grant of the Flemish Community for students in higher education."""
