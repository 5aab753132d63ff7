using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Abstractions.Tests.Inbound;

public sealed class InboundPipelineTests
{
    [Fact]
    public void Steps_run_in_the_order_in_which_they_were_added() => Assert.Equal([typeof(First), typeof(Second)], Two().Steps);

    [Fact]
    public void A_step_goes_before_behind_or_in_the_place_of_another()
    {
        Assert.Equal([typeof(First), typeof(New), typeof(Second)], Two().InsertBefore<Second, New>().Steps);
        Assert.Equal([typeof(New), typeof(First), typeof(Second)], Two().InsertBefore<First, New>().Steps);
        Assert.Equal([typeof(First), typeof(New), typeof(Second)], Two().InsertAfter<First, New>().Steps);
        Assert.Equal([typeof(First), typeof(Second), typeof(New)], Two().InsertAfter<Second, New>().Steps);
        Assert.Equal([typeof(New), typeof(Second)], Two().Replace<First, New>().Steps);
    }

    [Fact]
    public void A_step_that_is_not_there_is_refused_with_those_that_are()
    {
        var refusals = new Action<InboundPipeline>[] { p => p.InsertBefore<Absent, New>(), p => p.InsertAfter<Absent, New>(), p => p.Replace<Absent, New>() };
        Assert.All(refusals, change =>
        {
            var pipeline = Two();
            var refusal = Assert.Throws<InvalidOperationException>(() => change(pipeline));
            Assert.Equal("The pipeline has no Absent. It has: First, Second.", refusal.Message);
            Assert.Equal([typeof(First), typeof(Second)], pipeline.Steps);
        });
    }

    [Fact]
    public void A_step_stands_in_the_list_once()
    {
        var changes = new Action<InboundPipeline>[]
        {
            p => p.Add<First>(), p => p.InsertBefore<First, Second>(), p => p.InsertAfter<First, Second>(), p => p.Replace<First, Second>(),
        };
        Assert.All(changes, change => Assert.Contains("is in the pipeline already", Assert.Throws<InvalidOperationException>(() => change(Two())).Message));
    }

    private static InboundPipeline Two() => new InboundPipeline().Add<First>().Add<Second>();

    private abstract class Step : IInboundStep
    {
        public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken) => throw new NotSupportedException("Steps of these tests are only listed.");
    }

    private sealed class First : Step;

    private sealed class Second : Step;

    private sealed class New : Step;

    private sealed class Absent : Step;
}
