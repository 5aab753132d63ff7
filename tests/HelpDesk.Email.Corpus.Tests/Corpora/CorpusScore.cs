using System.Globalization;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>How many cases of a set are as expected.</summary>
internal sealed class CorpusScore(string set)
{
    private readonly List<string> _wrong = [];
    private int _count;

    /// <summary>Counts a case.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="problem">What is not as expected; <see langword="null"/> if all is.</param>
    public void Add(string id, string? problem)
    {
        _count++;
        if (problem is not null)
        {
            _wrong.Add($"{id}: {problem}");
        }
    }

    /// <summary>Prints one line, and fails below the floor. A floor only ever rises.</summary>
    /// <param name="floor">How many have to be as expected.</param>
    public void AssertAtLeast(int floor)
    {
        var right = _count - _wrong.Count;
        var percent = (100.0 * right / _count).ToString("0.0", CultureInfo.InvariantCulture);
        var line = $"{set}: {right} of {_count} ({percent} %), floor {floor}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Console.WriteLine(line);
        Assert.True(right >= floor, $"{line}\n{string.Join('\n', _wrong)}");
    }
}
