namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

/// <summary>An outbound transport that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a transport that".</param>
/// <param name="Make">Spoils the transports to one other side, once for all of them.</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record TransportDefect(string Name, Func<TransportTampering> Make, params string[] CaughtBy)
{
    public override string ToString() => Name;
}
