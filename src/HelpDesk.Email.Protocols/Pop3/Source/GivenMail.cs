namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>A mail that was asked for.</summary>
/// <typeparam name="T">What was made of its octets.</typeparam>
/// <param name="Number">Its number in this session.</param>
/// <param name="Content">What was made of its octets.</param>
/// <param name="Refusal">Why the server did not give it; <see langword="null"/> when it did.</param>
internal sealed record GivenMail<T>(int Number, T? Content, string? Refusal)
    where T : class;
