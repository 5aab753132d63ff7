using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>A mail that the host has made from a template: any template, to anyone.</summary>
/// <param name="Id">Given by the host, the same however often it hands the mail over: it is taken once.</param>
/// <param name="Template">The name of the template.</param>
/// <param name="Recipients">Who gets it, a mail each.</param>
public sealed record TemplateMail(Guid Id, string Template, IReadOnlyList<EmailAddress> Recipients)
{
    /// <summary>The ticket it is about, whose values the template has too; or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>Values for the template, by name: text, numbers, truth values, moments, lists and dictionaries of the same. They win over the engine's own.</summary>
    /// <remarks>They stand in the journal and in the mail: a link that works once tells less than a password to who reads it later.</remarks>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The mailbox it comes from; absent: the one that the ticket's mail came to, or the first.</summary>
    public string? Mailbox { get; init; }
}
