using System.Globalization;

namespace HelpDesk.Email.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Rows">The rows to run; empty for all.</param>
/// <param name="Pairs">How many pairs of each.</param>
/// <param name="SliceMilliseconds">How long each turn takes at least.</param>
/// <param name="Json">The file to write, or null.</param>
/// <param name="IsCheck">Whether a missed bar is a failure.</param>
/// <param name="IsList">Whether the rows are only listed.</param>
internal sealed record Choices(IReadOnlyList<string> Rows, int Pairs, int SliceMilliseconds, string? Json, bool IsCheck, bool IsList)
{
    public const string Usage =
        """
        HelpDesk.Email.Benchmarks [--rows a,b] [--pairs 7] [--slice 100] [--json FILE] [--check] [--list]

          --rows a,b   only these rows
          --pairs N    so many pairs of each, at least 5
          --slice N    each turn takes at least so many milliseconds
          --json FILE  writes the figures to a file, too
          --check      ends with 1 where a bar is missed
          --list       says which rows there are
        """;

    /// <summary>Reads the command line.</summary>
    /// <returns>Null where it can't be read.</returns>
    public static Choices? Read(string[] arguments)
    {
        var choices = new Choices([], 7, 100, null, IsCheck: false, IsList: false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--check":
                    choices = choices with { IsCheck = true };
                    continue;
                case "--list":
                    choices = choices with { IsList = true };
                    continue;
                case "--rows" when value.Length > 0:
                    choices = choices with { Rows = value.Split(',') };
                    break;
                case "--json" when value.Length > 0:
                    choices = choices with { Json = value };
                    break;
                case "--pairs" when Number(value) is >= 5 and var pairs:
                    choices = choices with { Pairs = pairs };
                    break;
                case "--slice" when Number(value) is > 0 and var slice:
                    choices = choices with { SliceMilliseconds = slice };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return choices;
    }

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
