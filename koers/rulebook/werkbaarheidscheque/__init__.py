"""Werkbaarheidscheque: a Flemish subsidy to firms for a scan and a plan on workable work."""
