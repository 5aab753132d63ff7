namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>A mail that was made all the same.</summary>
/// <param name="Octets">The mail.</param>
/// <param name="Recipients">Its envelope.</param>
internal sealed record InjectedOctets(byte[] Octets, IReadOnlyList<string> Recipients);
