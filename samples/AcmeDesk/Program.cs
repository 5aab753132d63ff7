using AcmeDesk;

await using var app = AcmeHost.Build(args);
await AcmeHost.KnowAgentsAsync(app.Services, CancellationToken.None);
await app.StartAsync();

var settings = app.Configuration.GetSection("Acme").Get<AcmeSettings>()!;
Console.WriteLine(
    $"""

    Acme Desk is open.

      Pages          {settings.Url}
      Mail (SMTP)    127.0.0.1:{settings.Smtp} for support@acme.test, or kundendienst@acme.test in German
      Outgoing mail  {Path.Combine(Path.GetFullPath(settings.Data), "outbox")}{Path.DirectorySeparatorChar}*.eml

    Write to it, look at the pages as Tess, answer, and open the links of the mails that go out:

      python3 -c "import smtplib; smtplib.SMTP('127.0.0.1', {settings.Smtp}).sendmail('ann@example.test', ['support@acme.test'], 'From: Ann <ann@example.test>\r\nTo: support@acme.test\r\nSubject: My printer smokes\r\n\r\nPlease help.\r\n')"

    Ctrl-C stops it; other ports: --Acme:Http=5091 --Acme:Smtp=2591

    """);
await app.WaitForShutdownAsync();
