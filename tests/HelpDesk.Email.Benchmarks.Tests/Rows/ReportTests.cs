using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Rows;

namespace HelpDesk.Email.Benchmarks.Tests.Rows;

public class ReportTests
{
    [Theory]
    [InlineData(3, "aim")]
    [InlineData(4, "aim")]
    [InlineData(5, "bar")]
    [InlineData(8.1, "MISSES THE BAR")]
    public void A_figure_says_what_it_reaches(double value, string verdict)
    {
        var figure = new Figure("row", "name", "x", Spread.Once(value), Bar: 8, Aim: 4);
        Assert.Equal(verdict, figure.Verdict);
        Assert.Equal(verdict == "MISSES THE BAR", figure.MissesBar);
    }

    [Fact]
    public void Of_an_even_number_of_values_the_median_is_between_the_two_in_the_middle() =>
        Assert.Equal(new Spread(2.5, 1, 9), Spread.Of([9, 1, 2, 3]));

    [Fact]
    public void Two_pieces_of_work_run_by_turns()
    {
        var subject = 0;
        var yardstick = 0;
        var pairs = new PairedRunner(5, TimeSpan.FromTicks(1)).Run(() => ++subject, () => ++yardstick);
        Assert.True(subject > 5 && yardstick > 5);
        Assert.InRange(pairs.Ratio.Median, pairs.Ratio.Min, pairs.Ratio.Max);
    }

    [Fact]
    public void Every_row_has_a_name_of_its_own_and_says_what_it_measures()
    {
        Assert.Equal(BenchmarkRows.All.Count, BenchmarkRows.All.Select(row => row.Name).Distinct().Count());
        Assert.All(BenchmarkRows.All, row => Assert.NotEmpty(row.Measures));
    }

    [Theory]
    [InlineData("--pairs", "4")]
    [InlineData("--pairs", "many")]
    [InlineData("--rows", "")]
    [InlineData("--unknown", "x")]
    public void What_the_command_line_cannot_mean_is_refused(string option, string value) => Assert.Null(Choices.Read([option, value]));

    [Fact]
    public void The_command_line_chooses_rows_pairs_and_a_file()
    {
        var choices = Choices.Read(["--rows", "parse,sanitise", "--pairs", "9", "--slice", "20", "--json", "x.json", "--check"])!;
        Assert.Equal(["parse", "sanitise"], choices.Rows);
        Assert.Equal((9, 20, "x.json", true), (choices.Pairs, choices.SliceMilliseconds, choices.Json, choices.IsCheck));
    }
}
