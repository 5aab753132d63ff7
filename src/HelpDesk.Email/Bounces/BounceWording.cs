using HelpDesk.Email.Wording;

namespace HelpDesk.Email.Bounces;

/// <summary>The words by which bounces in no standard form are known.</summary>
internal static class BounceWording
{
    private static readonly IReadOnlyList<WordingGroup> Groups = WordingFile.Read("bounce-wording.txt");
    private static readonly string[] SubjectStarts = [.. Group("subject")];
    private static readonly PhraseSet SubjectStartsAnywhere = new(SubjectStarts);
    private static readonly PhraseSet SubjectParts = Values("subject anywhere");
    private static readonly PhraseSet Bodies = Values("body");
    private static readonly PhraseSet Delays = Values("delay");

    /// <summary>Whether a subject is one that systems write over a bounce.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="anywhere">Whether the words may stand anywhere in it, as below the name of a program that wrote it.</param>
    public static bool IsSubject(string subject, bool anywhere)
    {
        var text = subject.AsSpan().TrimStart(" *\"'[(!");
        foreach (var start in SubjectStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return SubjectParts.IsIn(text) || (anywhere && SubjectStartsAnywhere.IsIn(text));
    }

    public static bool IsBody(ReadOnlySpan<char> text) => Bodies.IsIn(text);

    public static bool IsDelay(ReadOnlySpan<char> text) => Delays.IsIn(text);

    private static IReadOnlyList<string> Group(string name) => Groups.First(group => group.Name == name).Lines;

    private static PhraseSet Values(string name) => new(Group(name));
}
