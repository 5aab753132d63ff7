"""Answers a mail that lies in a file as a mail client does: to its Reply-To, threaded, the mail quoted below.

Reads a JSON object from standard input, writes one to standard output.
"""
import email
import json
import smtplib
import sys
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import formatdate, make_msgid

# By itself Python would hide ids of over 76 characters in encoded-words, which mail clients don't do.
UNFOLDED = SMTP.clone(max_line_length=998)

order = json.load(sys.stdin)
with open(order["path"], "rb") as file:
    original = email.message_from_binary_file(file, policy=default)

reply = EmailMessage(policy=UNFOLDED)
reply["From"] = order["from"]
reply["To"] = order["to"] or original["Reply-To"] or original["From"]
subject = original["Subject"]
reply["Subject"] = subject if subject.lower().startswith("re:") else "Re: " + subject
reply["Date"] = formatdate(localtime=True)
reply["Message-ID"] = make_msgid(domain="client.test")
reply["In-Reply-To"] = original["Message-ID"]
reply["References"] = " ".join((original["References"] or "").split() + [original["Message-ID"]])
quoted = original.get_body(("plain",)).get_content().splitlines()
reply.set_content(
    order["text"]
    + "\n\nOn " + str(original["Date"]) + ", " + str(original["From"]) + " wrote:\n"
    + "".join("> " + line + "\n" for line in quoted)
)

with smtplib.SMTP("127.0.0.1", order["port"], timeout=60) as server:
    refused = server.send_message(reply)
    assert not refused, refused

json.dump({"messageId": reply["Message-ID"]}, sys.stdout)
