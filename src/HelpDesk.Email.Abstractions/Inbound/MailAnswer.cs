namespace HelpDesk.Email.Inbound;

/// <summary>An answer that a program gives to a mail instead of making a ticket of it.</summary>
/// <param name="Template">The template that it is made from.</param>
/// <param name="Values">Values for it, by name: text, numbers, truth values, moments, lists and dictionaries of the same.</param>
public sealed record MailAnswer(string Template, IReadOnlyDictionary<string, object?> Values);
