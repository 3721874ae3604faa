// Ends the conditions that `filters/alternatives` began.
    ), false))))
