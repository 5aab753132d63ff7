namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

internal static class TransportDefects
{
    public static IReadOnlyList<TransportDefect> All { get; } = [.. ContentDefects.All, .. RecipientDefects.All, .. UseDefects.All];
}
