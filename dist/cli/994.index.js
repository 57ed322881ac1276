module.exports=require("../main/994.index.js");
