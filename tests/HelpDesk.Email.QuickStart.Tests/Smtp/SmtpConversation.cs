using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace HelpDesk.Email.QuickStart.Tests.Smtp;

/// <summary>A client that sends octets as they are: whatever a mail library would mend stays broken.</summary>
internal sealed class SmtpConversation : IDisposable
{
    public const string HelpDesk = "support@helpdesk.test";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private readonly TcpClient _client;
    private readonly Stream _stream;
    private readonly StreamReader _reader;

    private SmtpConversation(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _reader = new StreamReader(_stream, Encoding.ASCII);
    }

    /// <summary>Connects and greets.</summary>
    /// <exception cref="IOException">Nobody is there.</exception>
    public static async Task<SmtpConversation> OpenAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync("127.0.0.1", port).WaitAsync(Guard);
            var conversation = new SmtpConversation(client);
            Expect(220, await conversation.ReadAnswerAsync());
            Expect(250, await conversation.SayAsync("EHLO client.test"));
            return conversation;
        }
        catch (SocketException e)
        {
            client.Dispose();
            throw new IOException("Nobody takes the connection.", e);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Says a command.</summary>
    public async Task<SmtpAnswer> SayAsync(string command)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        return await ReadAnswerAsync();
    }

    /// <summary>Sends a mail and gives the answer to its end.</summary>
    /// <exception cref="IOException">The server went away, or refused what came before the mail.</exception>
    public async Task<SmtpAnswer> SendAsync(string from, ReadOnlyMemory<byte> octets, string to = HelpDesk)
    {
        await BeginDataAsync(from, to);
        await _stream.WriteAsync(DotStuffing.Encode(octets.Span));
        return await ReadAnswerAsync();
    }

    /// <summary>Begins a mail, up to where its octets would come.</summary>
    public async Task BeginDataAsync(string from, string to = HelpDesk)
    {
        Expect(250, await SayAsync($"MAIL FROM:<{from}>"));
        Expect(250, await SayAsync($"RCPT TO:<{to}>"));
        Expect(354, await SayAsync("DATA"));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }

    private static void Expect(int code, SmtpAnswer answer)
    {
        if (answer.Code != code)
        {
            throw new IOException($"The server answered {answer.Code} {answer.Text} where {code} was to come.");
        }
    }

    private async Task<SmtpAnswer> ReadAnswerAsync()
    {
        while (true)
        {
            var line = await _reader.ReadLineAsync().WaitAsync(Guard) ?? throw new IOException("The server closed the connection.");
            if (line.Length >= 4 && line[3] == ' ')
            {
                return new SmtpAnswer(int.Parse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), line[4..]);
            }
        }
    }
}
