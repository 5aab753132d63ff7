using System.Text.Json;
using HelpDesk.Email.Checking;

namespace HelpDesk.Email.Cli.Check;

/// <summary>What a test of one connection found, as a line of JSON.</summary>
/// <param name="Direction"><c>incoming</c> or <c>outgoing</c>.</param>
/// <param name="Name">The mailbox or the account.</param>
/// <param name="Ok">Whether all of it works.</param>
/// <param name="Failure">What went wrong, in one word; <see langword="null"/> when all is well or the reason has no word.</param>
/// <param name="Message">What worked, or what failed and what to do.</param>
internal sealed record CheckLine(MailDirection Direction, string Name, bool Ok, string? Failure, string Message)
{
    public static CheckLine Of(CheckedConnection connection) => new(
        connection.Direction,
        connection.Name,
        connection.Report.Succeeded,
        connection.Report.Failure is { } failure ? JsonNamingPolicy.CamelCase.ConvertName(failure.ToString()) : null,
        connection.Report.Message);

    /// <summary>The same for people.</summary>
    public string ToText() => $"{(Direction == MailDirection.Incoming ? "mailbox" : "account")} {Name}: {(Ok ? "ok" : "FAILED")}  {Message}";
}
