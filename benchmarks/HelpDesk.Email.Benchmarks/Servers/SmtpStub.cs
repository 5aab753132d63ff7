namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>An SMTP server that takes every mail and keeps none.</summary>
internal sealed class SmtpStub : StubServer
{
    protected override async Task TalkAsync(StubLine line)
    {
        await line.SayAsync("220 stub ESMTP");
        while (await line.ReadAsync() is { } said)
        {
            Commands++;
            switch (said.Split(' ')[0])
            {
                case "EHLO":
                    await line.SayAsync("250-stub\r\n250-PIPELINING\r\n250-SIZE 100000000\r\n250 8BITMIME");
                    break;
                case "DATA":
                    await line.SayAsync("354 go on");
                    await line.SkipMailAsync();
                    await line.SayAsync("250 taken");
                    break;
                case "QUIT":
                    await line.SayAsync("221 bye");
                    break;
                default:
                    await line.SayAsync("250 ok");
                    break;
            }
        }
    }
}
