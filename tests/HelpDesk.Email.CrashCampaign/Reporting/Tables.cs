using System.Globalization;
using System.Text;
using HelpDesk.Email.CrashCampaign.Accounting;

namespace HelpDesk.Email.CrashCampaign.Reporting;

/// <summary>The figures of campaigns as tables of a page.</summary>
internal static class Tables
{
    private const string Kill = "kill";
    private const string Call = "calls";
    private const string Outage = "outages";

    private static readonly string[] LoadWords = ["up to 6", "up to 20", "above"];

    /// <summary>One row for each store and source.</summary>
    public static string Kills(IReadOnlyList<Figures> campaigns)
    {
        var table = new StringBuilder("| store | source | kills | mails | lost | doubled | half-written | repeated sends | dates and seeds |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var group in campaigns.Where(campaign => campaign.Campaign == Kill).GroupBy(campaign => (campaign.Store, campaign.Source, campaign.After)).OrderByDescending(group => group.Key.Store, StringComparer.Ordinal))
        {
            var all = group.ToList();
            table.Append(CultureInfo.InvariantCulture, $"| {StoreOf(group.Key.Store)} | {SourceOf(group.Key.Source, group.Key.After)} | {Sum(all, one => one.Kills)} | {Sum(all, one => one.Mails)} | {Counts(all)} | {Sum(all, one => one.RepeatedSends)} | {Seeds(all)} |\n");
        }

        return table.ToString().TrimEnd();
    }

    /// <summary>How soon a help desk works again, by store and by how busy the machine was.</summary>
    public static string FirstMails(IReadOnlyList<Figures> campaigns)
    {
        var table = new StringBuilder("| store | load of the machine | kills | median | longest | processor time, median | dates and seeds |\n|---|---|---|---|---|---|---|\n");
        foreach (var group in campaigns.Where(campaign => campaign is { Campaign: Kill, LoadMedian: > 0 }).GroupBy(campaign => (campaign.Store, Load: LoadOf(campaign.LoadMedian))).OrderByDescending(group => group.Key.Store, StringComparer.Ordinal).ThenBy(group => group.Key.Load))
        {
            var all = group.ToList();
            table.Append(CultureInfo.InvariantCulture, $"| {StoreOf(group.Key.Store)} | {LoadWords[group.Key.Load]} | {Sum(all, one => one.Kills)} | {Median(all, one => one.FirstMailMedian)} ms | {all.Max(one => one.FirstMailMax)} ms | {Median(all, one => one.FirstMailCpuMedian)} ms | {Seeds(all)} |\n");
        }

        return table.ToString().TrimEnd();
    }

    /// <summary>One row for each call and what was done to it.</summary>
    public static string Calls(IReadOnlyList<Figures> campaigns)
    {
        var table = new StringBuilder("| call | what happens to it | store, source | runs | up to call | mails | lost | doubled | half-written | repeated sends | dates and seeds |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var group in campaigns.Where(campaign => campaign.Campaign == Call).GroupBy(campaign => (campaign.Calls, campaign.Store, campaign.Source, campaign.After)))
        {
            var all = group.ToList();
            var words = group.Key.Calls!.Split(' ');
            table.Append(CultureInfo.InvariantCulture, $"| {words[0].Replace(",", ", ", StringComparison.Ordinal)} | {EffectOf(words[1])} | {StoreOf(group.Key.Store)}, {SourceOf(group.Key.Source, group.Key.After)} | {Sum(all, one => one.Kills + one.Failures)} | {all.Max(one => one.Reached)} | {Sum(all, one => one.Mails)} | {Counts(all)} | {Sum(all, one => one.RepeatedSends)} | {Seeds(all)} |\n");
        }

        return table.ToString().TrimEnd();
    }

    /// <summary>One row for each campaign.</summary>
    public static string Outages(IReadOnlyList<Figures> campaigns)
    {
        var table = new StringBuilder("| store | what happened | seconds each | mails | lost | doubled | half-written | repeated sends | new mail is a ticket after | most memory | date and seed |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var one in campaigns.Where(campaign => campaign.Campaign == Outage))
        {
            var kinds = string.Join(", ", one.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} ({kind.Value})")));
            table.Append(CultureInfo.InvariantCulture, $"| {StoreOf(one.Store)} | {kinds} | {one.Length} | {one.Mails} | {Counts([one])} | {one.RepeatedSends} | {one.Resumed} ms at most | {one.PeakMegabytes} MB | {Seeds([one])} |\n");
        }

        return table.ToString().TrimEnd();
    }

    /// <summary>All of it in a sentence.</summary>
    public static string Total(IReadOnlyList<Figures> campaigns) => string.Create(
        CultureInfo.InvariantCulture,
        $"{campaigns.Sum(one => one.Kills)} kills, {campaigns.Sum(one => one.Failures)} failed calls and outages, {campaigns.Sum(one => one.Mails)} mails: {campaigns.Sum(one => one.Lost)} lost, {campaigns.Sum(one => one.Doubled)} doubled, {campaigns.Sum(one => one.HalfWritten)} half-written.");

    private static int LoadOf(double load) => load switch
    {
        <= 6 => 0,
        <= 20 => 1,
        _ => 2,
    };

    private static string Counts(IReadOnlyList<Figures> all) =>
        string.Create(CultureInfo.InvariantCulture, $"{all.Sum(one => one.Lost)} | {all.Sum(one => one.Doubled)} | {all.Sum(one => one.HalfWritten)}");

    private static string Sum(IReadOnlyList<Figures> all, Func<Figures, int> figure) => all.Sum(figure).ToString(CultureInfo.InvariantCulture);

    private static int Median(IReadOnlyList<Figures> all, Func<Figures, int> figure) => all.Select(figure).Where(value => value > 0).Order().ToList() is { Count: > 0 } values ? values[values.Count / 2] : 0;

    private static string Seeds(IEnumerable<Figures> all) => string.Join(
        "; ",
        all.GroupBy(one => one.Date).Select(day => $"{day.Key}: {string.Join(", ", day.Select(one => one.Seed.ToString(CultureInfo.InvariantCulture)))}"));

    private static string StoreOf(string store) => store == "sqlite" ? "SQLite" : "PostgreSQL";

    private static string SourceOf(string source, string after) => source switch
    {
        "smtp" => "SMTP listener",
        "pop3" => "POP3",
        _ => $"IMAP, {after}",
    };

    private static string EffectOf(string effect) => effect switch
    {
        "signal=KILL" => "the process is killed at it",
        _ => $"it fails with {effect["error=".Length..]}",
    };
}
