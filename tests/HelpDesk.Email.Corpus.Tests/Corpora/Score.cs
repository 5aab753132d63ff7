using System.Globalization;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>Counts what is right, and keeps what is not.</summary>
public sealed class Score(string name, double floor)
{
    private readonly List<string> _wrong = [];
    private int _count;

    /// <summary>Counts one answer.</summary>
    public void Add(bool right, string what)
    {
        _count++;
        if (!right)
        {
            _wrong.Add(what);
        }
    }

    /// <summary>Prints the score, and fails below the floor.</summary>
    public void Check(ITestOutputHelper output)
    {
        var percent = _count == 0 ? 0 : 100.0 * (_count - _wrong.Count) / _count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {_count - _wrong.Count}/{_count} = {percent:F1} % (floor {floor:F1} %)"));
        Assert.True(percent >= floor, $"{name} is below its floor:\n{string.Join('\n', _wrong)}");
    }
}
