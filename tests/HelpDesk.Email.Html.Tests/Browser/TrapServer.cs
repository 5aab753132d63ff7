using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace HelpDesk.Email.Html.Tests.Browser;

/// <summary>
/// A web server on loopback that is also the browser's proxy, and writes down what it was asked for: any host by http, and the
/// name of the host by https.
/// </summary>
internal sealed class TrapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Channel<string> _posts = Channel.CreateUnbounded<string>();
    private readonly Func<string, Page?> _pages;
    private readonly Task _accepting;

    public TrapServer(Func<string, Page?> pages)
    {
        _pages = pages;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Something that is served.</summary>
    /// <param name="Body">HTML, or JSON for a script.</param>
    /// <param name="Policy">The Content-Security-Policy, or <see langword="null"/>.</param>
    public sealed record Page(string Body, string? Policy);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The requests for anything that is not served here, in their order.</summary>
    public IReadOnlyCollection<string> Unexpected => _requests;

    /// <summary>The next thing that a page has sent: <c>path body</c>.</summary>
    public ValueTask<string> NextPostAsync(CancellationToken cancellationToken) => _posts.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.RemoveAll(session => session.IsCompleted);
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                while (await reader.ReadLineAsync(_stop.Token) is { } request)
                {
                    await AnswerAsync(request, reader, client.GetStream());
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The browser closes connections as it likes.
            }
        }
    }

    private async Task AnswerAsync(string request, StreamReader reader, NetworkStream stream)
    {
        var words = request.Split(' ');
        var length = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } field)
        {
            if (field.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(field.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        }

        var body = new char[length];
        if (length > 0) await reader.ReadBlockAsync(body, _stop.Token);
        var own = $"http://127.0.0.1:{Port}";
        var path = words[1].StartsWith(own, StringComparison.Ordinal) ? words[1][own.Length..] : null;
        if (path is not null && words[0] == "POST") _posts.Writer.TryWrite($"{path} {Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body))}");
        var page = path is not null && words[0] == "GET" ? _pages(path) : null;
        if (page is null && (path is null || words[0] != "POST") && !IsOfTheBrowser(words[1])) _requests.Enqueue($"{words[0]} {words[1]}");
        await stream.WriteAsync(Response(page), _stop.Token);
    }

    // The browser asks its maker about updates, whatever its switches say.
    private static bool IsOfTheBrowser(string address) =>
        address.Contains(".googleapis.com", StringComparison.Ordinal) || address.Contains("//clients2.google.com", StringComparison.Ordinal)
        || address.StartsWith("accounts.google.com:", StringComparison.Ordinal) || address.StartsWith("clients2.google.com:", StringComparison.Ordinal);

    private static byte[] Response(Page? page)
    {
        var body = Encoding.UTF8.GetBytes(page?.Body ?? "");
        var policy = page?.Policy is { } text ? $"Content-Security-Policy: {text}\r\n" : "";
        var head = $"HTTP/1.1 {(page is null ? "204 None" : "200 OK")}\r\nContent-Type: text/html; charset=utf-8\r\n{policy}Cache-Control: no-store\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
