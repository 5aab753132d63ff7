using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Screening;

/// <summary>A filter on people.</summary>
/// <param name="Text">What is looked for.</param>
/// <param name="Parts">In which parts of them.</param>
internal sealed record SenderFilter(TextFilter Text, IReadOnlyList<SenderPart> Parts)
{
    /// <summary>The item that somebody has, or <see langword="null"/>.</summary>
    public string? FindIn(EmailAddress person) => Parts.Select(part => Text.FindIn(Of(person, part))).FirstOrDefault(item => item is not null);

    private static string? Of(EmailAddress person, SenderPart part) => part switch
    {
        SenderPart.Domain => person.Domain,
        SenderPart.User => person.LocalPart,
        SenderPart.Name => person.Name,
        _ => person.Address,
    };
}
