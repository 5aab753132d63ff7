using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Benchmarks.Rows;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Tests.Rows;

/// <summary>Bytes allocated are the same on every machine, so they can be held; the figures are what is reached and a little more.</summary>
public class AllocationTests
{
    private static readonly byte[][] Answers = [.. MailCorpus.MakeOf(MailSort.Reply, 40).Select(mail => mail.Octets)];

    [Fact]
    public void Reading_an_answer_allocates_little_more_than_its_text() =>
        Assert.InRange(KibibytesEach(Answers, ParseRow.Parse), 1, 50);

    [Fact]
    public void Sanitising_allocates_little_more_than_the_result() =>
        Assert.InRange(KibibytesEach([.. Answers.Select(mail => MailReader.Read(mail).HtmlBody!)], SanitiseRow.Sanitise), 1, 26);

    [Fact]
    public void Rendering_allocates_little_more_than_the_mail()
    {
        using var work = new TemplateWork();
        Assert.InRange(KibibytesEach([.. Enumerable.Range(0, 40)], _ => work.Render()), 1, 11);
    }

    private static double KibibytesEach<T>(T[] inputs, Func<T, long> work)
    {
        // Twice, for what is made only once and for what is rented.
        _ = inputs.Sum(work) + inputs.Sum(work);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var input in inputs)
            work(input);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / inputs.Length;
    }
}
