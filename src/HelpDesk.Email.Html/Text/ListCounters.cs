using System.Globalization;

namespace HelpDesk.Email.Html.Text;

/// <summary>Numbers the items of the lists that are open.</summary>
internal struct ListCounters
{
    private const string Bullet = "- ";

    // The number of the next item; null for a list without numbers.
    private readonly Stack<int?> _next = new();

    public ListCounters()
    {
    }

    /// <summary>The number that the list about to begin starts with.</summary>
    internal int? NextStart { get; set; }

    /// <summary>The number of the item about to begin, if it says one.</summary>
    internal int? NextValue { get; set; }

    internal readonly int Depth => _next.Count;

    internal void Enter(bool isOrdered)
    {
        _next.Push(isOrdered ? NextStart ?? 1 : null);
        NextStart = null;
    }

    internal readonly void Leave() => _next.TryPop(out _);

    internal string NextMarker()
    {
        var value = NextValue;
        NextValue = null;
        if (!_next.TryPeek(out var next) || next is not { } number) return Bullet;
        number = value ?? number;
        _next.Pop();
        _next.Push(number < int.MaxValue ? number + 1 : number);
        return string.Create(CultureInfo.InvariantCulture, $"{number}. ");
    }
}
