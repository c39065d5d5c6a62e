"""The guided assessment: begun, one skill at a time, and what it makes of the readiness."""
