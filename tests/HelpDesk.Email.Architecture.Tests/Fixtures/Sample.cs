namespace HelpDesk.Email.Architecture.Tests.Fixtures;

/// <summary>Signatures that are easily written wrongly.</summary>
internal static class Sample
{
    public static bool One(out int number, params string?[] words)
    {
        number = words.Length;
        return number > 0;
    }

    public static T? Two<T>(Dictionary<T, int?> map, T[,] grid)
        where T : class => map.ContainsKey(grid[0, 0]) ? null : grid[0, 0];

    public static void Three(List<string>.Enumerator items) => items.MoveNext();
}
