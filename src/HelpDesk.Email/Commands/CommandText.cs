using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Commands;

/// <summary>Writes commands, and takes them out of text.</summary>
internal static class CommandText
{
    /// <summary>A command as it is written in a subject.</summary>
    public static string Write(SubjectCommand command) => command.Argument.Length == 0 ? $"#{command.Name}#" : $"#{command.Name} {command.Argument}#";

    /// <summary>A text without commands that were found in it.</summary>
    public static string Without(string text, IReadOnlyList<SubjectCommand> commands)
    {
        var pieces = new List<string>(commands.Count + 1);
        var from = 0;
        foreach (var command in commands.Where(command => command.Length > 0).OrderBy(command => command.At))
        {
            if (command.At >= from && command.At + command.Length <= text.Length)
            {
                pieces.Add(text[from..command.At].Trim());
                from = command.At + command.Length;
            }
        }

        pieces.Add(text[from..].Trim());
        return string.Join(' ', pieces.Where(piece => piece.Length > 0));
    }
}
