namespace HelpDesk.Email.Protocols.Pop3.Model;

/// <summary>A mail that was asked for.</summary>
/// <typeparam name="TContent">What its reader made of its octets.</typeparam>
/// <param name="Number">Its number in this session.</param>
/// <param name="Content">What was made of its octets; the default when it was refused.</param>
/// <param name="Refusal">Why the server did not give it; <see langword="null"/> when it did.</param>
public sealed record Pop3Retrieved<TContent>(int Number, TContent? Content, string? Refusal);
