"""What `plaza export creators` gives back."""
import csv
import io
import json


def exported(plaza, site):
    """{username: record} of the JSON export, read with exact decimals as texts."""
    out = plaza.run("export", "creators", "--format", "json", "--site", site).out
    return {record["username"]: record for record in json.loads(out)["creators"]}


def exported_rows(plaza, site):
    out = plaza.run("export", "creators", "--format", "csv", "--site", site).out
    return {row["username"]: row for row in csv.DictReader(io.StringIO(out, newline=""))}
