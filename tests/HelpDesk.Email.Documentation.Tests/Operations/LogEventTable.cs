using System.Reflection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>Every message that the packages can log.</summary>
internal static class LogEventTable
{
    private static readonly Assembly[] Packages =
    [
        typeof(HelpDeskEmailServiceCollectionExtensions).Assembly,
        typeof(ProtocolsBuilderExtensions).Assembly,
        typeof(HelpDeskEmailSqliteExtensions).Assembly,
        typeof(HelpDeskEmailPostgreSqlExtensions).Assembly,
        typeof(HandlebarsBuilderExtensions).Assembly,
    ];

    /// <summary>The messages in the order of packages and ids.</summary>
    public static IReadOnlyList<(string Package, LoggerMessageAttribute Message)> All { get; } =
    [
        .. Packages.SelectMany(package => package.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .OrderBy(message => message.EventId)
            .Select(message => (package.GetName().Name!, message))),
    ];

    public static string Write() => string.Join(
        '\n',
        All.Select(entry => $"| `{entry.Package}` | {entry.Message.EventId} | {entry.Message.Level} | {entry.Message.Message.Replace("|", "\\|", StringComparison.Ordinal)} |")
            .Prepend("|---|---|---|---|")
            .Prepend("| package | id | level | message |"));
}
