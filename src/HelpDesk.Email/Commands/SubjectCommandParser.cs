using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Commands;

/// <summary>Reads <c>#name#</c> and <c>#name argument#</c> in a subject.</summary>
internal sealed class SubjectCommandParser : ISubjectCommandParser
{
    private const int MaxCommands = 10;
    private const int MaxLength = 100;

    public IReadOnlyList<SubjectCommand> Parse(string subject)
    {
        var commands = new List<SubjectCommand>();
        var at = subject.IndexOf('#', StringComparison.Ordinal);
        while (at >= 0 && commands.Count < MaxCommands)
        {
            var end = subject.IndexOf('#', at + 1);
            if (end < 0)
            {
                break;
            }

            if (TryRead(subject.AsSpan(at + 1, end - at - 1), out var command))
            {
                commands.Add(command with { At = at, Length = end + 1 - at });
                at = end + 1 < subject.Length ? subject.IndexOf('#', end + 1) : -1;
            }
            else
            {
                // The closing sign may be the opening one of the next command.
                at = end;
            }
        }

        return commands;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out SubjectCommand command)
    {
        command = null!;
        // Behind a blank the second sign opens something else: "#INC-7 printer #close#".
        if (text.Length is 0 or > MaxLength || !char.IsAsciiLetter(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return false;
        }

        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
        {
            end++;
        }

        if (end < text.Length && text[end] != ' ')
        {
            return false;
        }

        var name = text[..end].ToString().ToLowerInvariant();
        command = new SubjectCommand(name == "unsub" ? "unsubscribe" : name, text[end..].Trim().ToString());
        return true;
    }
}
