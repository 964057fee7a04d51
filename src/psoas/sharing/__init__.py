"""The diary and sessions in other people's formats: calendar, plain text, watch, table, FHIR."""
