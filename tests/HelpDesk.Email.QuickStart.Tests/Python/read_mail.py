"""Reads a mail from a file with Python's email package and tells what it understood.

Reads a JSON object from standard input, writes one to standard output.
"""
import email
import json
import sys
from email.policy import default

order = json.load(sys.stdin)
with open(order["path"], "rb") as file:
    mail = email.message_from_binary_file(file, policy=default)


def body(kind):
    part = mail.get_body((kind,))
    return None if part is None else part.get_content()


headers = {}
for name, value in mail.items():
    headers.setdefault(name.lower(), []).append(str(value))

defects = [str(defect) for part in mail.walk() for defect in part.defects]
defects += [str(defect) for part in mail.walk() for value in part.values() for defect in value.defects]
json.dump(
    {
        "headers": headers,
        "from": [address.addr_spec for address in mail["From"].addresses],
        "to": [address.addr_spec for address in mail["To"].addresses],
        "replyTo": [address.addr_spec for address in mail["Reply-To"].addresses] if mail["Reply-To"] else [],
        "subject": str(mail["Subject"]),
        "text": body("plain"),
        "html": body("html"),
        "defects": defects,
    },
    sys.stdout,
)
