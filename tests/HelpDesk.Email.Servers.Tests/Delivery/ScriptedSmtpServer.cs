using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>An SMTP server that says what a test wants, and keeps every mail that it took.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>In place of a reply: the connection is cut.</summary>
    public const string Cut = "";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly Task _accepting;
    private readonly Lock _counting = new();
    private int _open;
    private int _mostOpen;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The reply to a command, or to the end of a mail (<c>.</c>); <see langword="null"/> for the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>A mail that came to its end is taken once this has come to its own.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What EHLO offers besides PIPELINING.</summary>
    public IReadOnlyList<string> Offers { get; init; } = ["DSN", "ENHANCEDSTATUSCODES", "8BITMIME", "AUTH PLAIN"];

    /// <summary>The mails that were taken, in their order.</summary>
    public ConcurrentQueue<TakenMail> Mails { get; } = [];

    /// <summary>Every command.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>How many connections were open at once at most.</summary>
    public int MostOpen => _mostOpen;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_talks).WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var line = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        Count(1);
        try
        {
            await ConverseAsync(stream, reader);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone, or the test is over.
        }
        finally
        {
            Count(-1);
        }
    }

    private void Count(int change)
    {
        lock (_counting)
        {
            _open += change;
            _mostOpen = Math.Max(_mostOpen, _open);
        }
    }

    private async Task ConverseAsync(NetworkStream stream, StreamReader reader)
    {
        await SayAsync(stream, Answer("connect") ?? "220 scripted");
        var mail = new TakenMail();
        while (await reader.ReadLineAsync(_stop.Token) is { } command)
        {
            Commands.Enqueue(command);
            var word = command.Split(' ', ':')[0].ToUpperInvariant();
            var reply = Answer(command) ?? word switch
            {
                "EHLO" => string.Join("\r\n", Offers.Prepend("PIPELINING").Select(offer => $"250-{offer}")) + "\r\n250 SIZE 100000000",
                "AUTH" => "235 welcome",
                "DATA" => mail.Recipients.Count == 0 ? "554 nobody" : "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if (word == "MAIL")
            {
                mail = new TakenMail { ReversePath = command[11..command.IndexOf('>', StringComparison.Ordinal)] };
            }

            if (word == "RCPT" && reply.StartsWith('2'))
            {
                mail.Recipients.Add(command[9..command.IndexOf('>', StringComparison.Ordinal)]);
            }

            await SayAsync(stream, reply);
            if (reply.StartsWith("354", StringComparison.Ordinal))
            {
                await TakeAsync(stream, reader, mail);
            }
        }
    }

    private async Task TakeAsync(NetworkStream stream, StreamReader reader, TakenMail mail)
    {
        while (true)
        {
            // A mail without its end was never handed over.
            var text = await reader.ReadLineAsync(_stop.Token) ?? throw new IOException("cut within a mail");
            if (text == ".")
            {
                break;
            }

            if (text.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
            {
                mail.MessageId = text[11..].Trim() is { Length: > 0 } id ? id : (await reader.ReadLineAsync(_stop.Token) ?? string.Empty).Trim();
            }
        }

        await Gate.WaitAsync(_stop.Token);
        var reply = Answer(".") ?? "250 taken";
        if (reply == Cut || reply.StartsWith('2'))
        {
            Mails.Enqueue(mail);
        }

        await SayAsync(stream, reply);
    }

    private async Task SayAsync(NetworkStream stream, string reply)
    {
        if (reply == Cut)
        {
            throw new IOException("cut");
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), _stop.Token);
        if (reply.StartsWith("421", StringComparison.Ordinal))
        {
            throw new IOException("closed");
        }
    }
}
