"""Sends a mail as a program of somebody else would: built by email.message, handed over by smtplib.

Reads a JSON object from standard input, writes one to standard output.
"""
import base64
import json
import smtplib
import sys
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid

# By itself Python would hide ids of over 76 characters in encoded-words, which mail clients don't do.
UNFOLDED = SMTP.clone(max_line_length=998)

order = json.load(sys.stdin)
mail = EmailMessage(policy=SMTP if order["folded"] else UNFOLDED)
mail["From"] = order["from"]
mail["To"] = order["to"]
mail["Subject"] = order["subject"]
mail["Date"] = formatdate(localtime=True)
mail["Message-ID"] = make_msgid(domain="client.test")
if order["inReplyTo"]:
    mail["In-Reply-To"] = order["inReplyTo"]
    mail["References"] = order["inReplyTo"]
mail.set_content(order["text"])
for file in order["attachments"]:
    kind, _, subtype = file["contentType"].partition("/")
    mail.add_attachment(base64.b64decode(file["octets"]), maintype=kind, subtype=subtype, filename=file["fileName"])

for _ in range(order["times"]):
    with smtplib.SMTP("127.0.0.1", order["port"], timeout=60) as server:
        refused = server.send_message(mail)
        assert not refused, refused

json.dump({"messageId": mail["Message-ID"]}, sys.stdout)
