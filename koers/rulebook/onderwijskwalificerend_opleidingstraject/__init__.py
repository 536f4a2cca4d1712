"""Onderwijskwalificerend opleidingstraject: study for a shortage occupation, paid by VDAB."""
