"""Inschrijvingsgeld volwassenenonderwijs: what a module costs at a CVO or Ligo."""
