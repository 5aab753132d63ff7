using System.Text.Json;

namespace HelpDesk.Email.Html.Tests.Browser;

/// <summary>Shows pieces of HTML in a browser and finds out whether one of them runs, navigates or asks for anything.</summary>
internal static class BrowserTrial
{
    // The browser reports whatever tries to run; what is asked for arrives at the trap, and so is not blocked.
    private const string Policy = "script-src 'none'; report-uri /violation";

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(5);

    /// <summary>What the pieces did that they must not; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> pieces, CancellationToken cancellationToken)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        guard.CancelAfter(Guard);

        // The last piece tries to run: its report says that all reports before it have arrived.
        await using var server = new TrapServer(path => Serve(path, pieces));
        using var browser = Chromium.Open($"http://127.0.0.1:{server.Port}/", server.Port);
        var problems = new List<string>();
        var isDone = false;
        var isLast = false;
        while (!isDone || !isLast)
        {
            var post = await server.NextPostAsync(guard.Token);
            var space = post.IndexOf(' ', StringComparison.Ordinal);
            var (path, body) = (post[..space], post[(space + 1)..]);
            if (path == "/done")
            {
                problems.AddRange(JsonSerializer.Deserialize<string[]>(body)!.Where(problem => !problem.StartsWith($"{pieces.Count} ", StringComparison.Ordinal)));
                isDone = true;
            }
            else if (Violator(body) is var violator && violator.EndsWith($"/piece/{pieces.Count}", StringComparison.Ordinal))
            {
                isLast = true;
            }
            else
            {
                problems.Add($"{violator} tried to run: {body}");
            }
        }

        return [.. problems, .. server.Unexpected.Where(request => !request.EndsWith("/favicon.ico", StringComparison.Ordinal)).Select(request => "asked for " + request)];
    }

    private static TrapServer.Page? Serve(string path, IReadOnlyList<string> pieces)
    {
        var slash = path.LastIndexOf('/');
        var text = int.TryParse(path[(slash + 1)..], out var number) && number <= pieces.Count
            ? number == pieces.Count ? "<script>last()</script>" : pieces[number]
            : null;
        return path[..(slash + 1)] switch
        {
            "/piece/" when text is not null => new($"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{text}</body></html>", Policy),
            "/text/" when text is not null => new(text, null),
            _ when path == "/" => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "harness.html")), null),
            _ when path == "/empty" => new("<!DOCTYPE html><html><head><meta charset=utf-8></head><body></body></html>", Policy),
            _ when path == "/count" => new($"{pieces.Count + 1}", null),
            _ => null,
        };
    }

    private static string Violator(string report)
    {
        using var document = JsonDocument.Parse(report);
        return document.RootElement.GetProperty("csp-report").GetProperty("document-uri").GetString()!;
    }
}
