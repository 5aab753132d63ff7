// Each test watches a process of its own with clocks running; beside each other they would only measure their neighbours.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
