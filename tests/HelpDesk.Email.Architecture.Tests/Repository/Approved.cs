namespace HelpDesk.Email.Architecture.Tests.Repository;

/// <summary>Files of the repository that are made from the code, and only change when somebody says so.</summary>
internal static class Approved
{
    private const string Switch = "HELPDESK_EMAIL_APPROVE";
    private const string Command = $"{Switch}=1 dotnet test tests/HelpDesk.Email.Architecture.Tests";

    /// <summary>Compares a file with what the code says now, or writes it when the switch is set.</summary>
    public static void Check(string relativePath, string actual)
    {
        var path = RepositoryRoot.Combine(relativePath.Split('/'));
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        if (approved != actual)
        {
            Assert.Fail($"{relativePath} is not what the code says now:\n{Difference(approved, actual)}\nIf that is meant: {Command}");
        }
    }

    private static string Difference(string approved, string actual)
    {
        var before = Qualified(approved);
        var after = Qualified(actual);
        var lines = before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")).ToList();
        return lines.Count == 0 ? "(the same lines in another order or number)" : string.Join('\n', lines);
    }

    // A line that is indented says whose it is, so that each stands for itself: which came and which went is all there is to say.
    private static List<string> Qualified(string text)
    {
        var owner = string.Empty;
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var isMember = line.StartsWith("    ", StringComparison.Ordinal);
            owner = isMember ? owner : line;
            lines.Add(isMember ? $"{owner.Split(" : ")[0]}: {line.Trim()}" : line);
        }

        return lines;
    }
}
