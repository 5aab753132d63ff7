import smtplib
from email.message import EmailMessage
from email.utils import make_msgid

mail = EmailMessage()
mail["From"] = "Ann <ann@example.test>"
mail["To"] = "support@helpdesk.test"
mail["Subject"] = "My printer smokes"
mail["Message-ID"] = make_msgid(domain="example.test")
mail.set_content("It began this morning. Please help.")

with smtplib.SMTP("127.0.0.1", 2525) as smtp:
    smtp.send_message(mail)
