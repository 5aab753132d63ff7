using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.PostgreSql.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>One mail in a hundred does harm to a broken step of the host: throws, hangs, overflows the stack, takes all memory.</summary>
/// <remarks>
/// <c>--kinds Throw,Hang,Spin,Recurse,Allocate --mails 2000 --budget 5 --figures FILE</c>; <c>--hurry</c> cuts rests short.
/// <c>--pairs 7</c> measures instead what poison costs the others: the same mails with the step broken and mended, in turns.
/// </remarks>
internal static class PoisonCampaign
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var kinds = arguments.Text("kinds", "Throw,Hang,Spin,Recurse,Allocate").Split(',').Select(Enum.Parse<PoisonKind>).ToList();
        var mails = PoisonMail.Make(arguments.Number("mails", 2000), kinds, arguments.Number("one-in", 100));
        using var server = PostgreSqlServer.Start();
        var budget = TimeSpan.FromSeconds(arguments.Number("budget", 5));
        var figures = new PoisonFigures { Kinds = string.Join(", ", kinds), Mails = mails.Count, Poisonous = mails.Count(mail => mail.Kind is not null) };
        var atMost = TimeSpan.FromMinutes(arguments.Number("minutes", 20));
        var isClean = arguments.Number("pairs", 0) is > 0 and var pairs
            ? await MeasureAsync(figures, pairs, server.ConnectionString, mails, budget, cancellationToken)
            : await HarmAsync(figures, server.ConnectionString, mails, budget, arguments.Text("hurry") is not null, atMost, cancellationToken);
        figures.Seconds = (int)clock.Elapsed.TotalSeconds;
        var json = figures.ToJson();
        await Console.Out.WriteLineAsync(json);
        if (arguments.Text("figures") is { } file)
        {
            await File.AppendAllTextAsync(file, json + "\n", cancellationToken);
        }

        return isClean ? 0 : 1;
    }

    private static async Task<bool> HarmAsync(PoisonFigures figures, string server, IReadOnlyList<PoisonMail> mails, TimeSpan budget, bool hurries, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await using var desk = new PoisonDesk(server, mails, budget);
        await desk.WorkAsync(isBroken: true, replays: false, NothingOpen(mails.Count), hurries, atMost, cancellationToken);
        figures.Restarts = desk.Restarts;
        var rows = await desk.RowsAsync("SELECT trim(both '<> ' from j.message_id), j.outcome, c.octets FROM journal j JOIN content c ON c.id = j.content_id", cancellationToken);
        var byMail = rows.ToLookup(row => (string)row[0], StringComparer.Ordinal);
        foreach (var mail in mails)
        {
            var found = byMail[mail.MessageId].ToList();
            figures.Lost += found.Count == 0 ? 1 : 0;
            if (mail.Kind is null)
            {
                figures.OthersFinished += found is [var only] && (int)only[1] == 1 ? 1 : 0;
            }
            else if (found is [var row] && (int)row[1] == 7)
            {
                figures.Quarantined++;
                figures.OctetsIdentical += SHA256.HashData((byte[])row[2]).AsSpan().SequenceEqual(SHA256.HashData(mail.Octets())) ? 1 : 0;
            }
        }

        var seen = desk.Seen();
        figures.Attempts = string.Join(", ", mails.Where(mail => mail.Kind is not null).GroupBy(mail => mail.Kind!.Value).Select(group =>
        {
            var times = group.Select(mail => seen.GetValueOrDefault(mail.MessageId)).ToList();
            return string.Create(CultureInfo.InvariantCulture, $"{group.Key} {times.Min()}{(times.Max() > times.Min() ? $" to {times.Max()}" : string.Empty)}");
        }));

        // The step is mended.
        await desk.WorkAsync(
            isBroken: false, replays: true, "SELECT (SELECT count(*) FROM journal_queue) + (SELECT count(*) FROM journal WHERE outcome = 7)", hurries: false, TimeSpan.FromMinutes(2), cancellationToken);
        var entries = await desk.RowsAsync("SELECT trim(both '<> ' from message_id), count(*) FROM ticket_entry GROUP BY 1", cancellationToken);
        var counts = entries.ToDictionary(row => (string)row[0], row => (long)row[1], StringComparer.Ordinal);
        figures.Replayed = mails.Count(mail => mail.Kind is not null && counts.GetValueOrDefault(mail.MessageId) == 1);
        figures.Lost += mails.Count(mail => !counts.ContainsKey(mail.MessageId));
        figures.Doubled = mails.Count(mail => counts.GetValueOrDefault(mail.MessageId) > 1);
        desk.IsKept = !figures.IsClean;
        if (desk.IsKept)
        {
            await Console.Error.WriteLineAsync($"The files are in {desk.Folder}");
        }

        return figures.IsClean;
    }

    private static async Task<bool> MeasureAsync(PoisonFigures figures, int pairs, string server, IReadOnlyList<PoisonMail> mails, TimeSpan budget, CancellationToken cancellationToken)
    {
        var losses = new List<double>();
        await SecondsAsync(server, mails, budget, isBroken: true, cancellationToken);
        for (var i = 0; i < pairs; i++)
        {
            // In turns also within a pair, so that what the machine does besides falls on both.
            var first = await SecondsAsync(server, mails, budget, isBroken: i % 2 == 0, cancellationToken);
            var second = await SecondsAsync(server, mails, budget, isBroken: i % 2 == 1, cancellationToken);
            var (broken, mended) = i % 2 == 0 ? (first, second) : (second, first);
            losses.Add(Math.Round(100 * (1 - (mended / broken)), 1));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"pair {i + 1}: {broken:F2} s with poison, {mended:F2} s without, loss {losses[^1]} %"));
        }

        (figures.Pairs, figures.Losses, figures.LossPercent) = (pairs, [.. losses], losses.Order().ElementAt(losses.Count / 2));
        figures.OthersFinished = mails.Count(mail => mail.Kind is null);
        return true;
    }

    // From the first received mail to the last one that does no harm.
    private static async Task<double> SecondsAsync(string server, IReadOnlyList<PoisonMail> mails, TimeSpan budget, bool isBroken, CancellationToken cancellationToken)
    {
        await using var desk = new PoisonDesk(server, mails, budget);
        await desk.WorkAsync(isBroken, replays: false, OthersOpen(mails.Count), hurries: false, TimeSpan.FromMinutes(5), cancellationToken);
        return await desk.CountAsync("SELECT extract(epoch FROM max(finished_at) - min(received_at))::float8 FROM journal WHERE subject NOT LIKE '%poison-%'", cancellationToken);
    }

    private static string NothingOpen(int mails) => $"SELECT count(*) + {Missing(mails)} FROM journal_queue";

    private static string OthersOpen(int mails) => $"SELECT count(*) + {Missing(mails)} FROM journal_queue q JOIN journal j ON j.id = q.id WHERE j.subject NOT LIKE '%poison-%'";

    private static string Missing(int mails) => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN (SELECT count(*) FROM journal) < {mails} THEN 1 ELSE 0 END");
}
