namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>A mail of the corpus.</summary>
/// <param name="Sort">Of which sort it is.</param>
/// <param name="Octets">The message as it comes from a server.</param>
internal sealed record GeneratedMail(MailSort Sort, byte[] Octets);
